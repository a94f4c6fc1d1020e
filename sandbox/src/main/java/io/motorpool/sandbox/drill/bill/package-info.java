/** Months that were driven and their bills, for drills that break into settling and posting them. */
@NullMarked
package io.motorpool.sandbox.drill.bill;

import org.jspecify.annotations.NullMarked;
