/** What is left after an accident, compared with what was promised before and during it. */
@NullMarked
package io.motorpool.sandbox.drill.check;

import org.jspecify.annotations.NullMarked;
