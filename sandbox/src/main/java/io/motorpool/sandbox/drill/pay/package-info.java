/** What the drill of payments needs: money that is moved, and a comparison of two sets of books. */
@NullMarked
package io.motorpool.sandbox.drill.pay;

import org.jspecify.annotations.NullMarked;
