/**
 * The tax driving log (업무용승용차 운행기록부): which trips of a vehicle are the company's business, and the sheet that the
 * company owes. What was driven is told by reservations and key hand-overs; this context adds nothing to them but facts.
 */
@NullMarked
package io.motorpool.domain.drivinglog;

import org.jspecify.annotations.NullMarked;
