/** People who keep changing reservations during an accident, and what they were told. */
@NullMarked
package io.motorpool.sandbox.drill.load;

import org.jspecify.annotations.NullMarked;
