/** Use cases around the tax driving log, and what they need of reservations, hand-overs and spreadsheets. */
@NullMarked
package io.motorpool.application.drivinglog;

import org.jspecify.annotations.NullMarked;
