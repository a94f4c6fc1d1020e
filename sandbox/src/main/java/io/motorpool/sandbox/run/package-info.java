/** The sandbox that ./motorpool up leaves running, and how the other commands find it. */
@NullMarked
package io.motorpool.sandbox.run;

import org.jspecify.annotations.NullMarked;
