/** What the mobility app shows: zones on a map, and what can be had in one of them. */
@NullMarked
package io.motorpool.application.map;

import org.jspecify.annotations.NullMarked;
