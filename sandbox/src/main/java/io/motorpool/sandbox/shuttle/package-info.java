/** Chauffeured routes as the division's people write them down, and what SAP holds of them; for stories and drills. */
@NullMarked
package io.motorpool.sandbox.shuttle;

import org.jspecify.annotations.NullMarked;
