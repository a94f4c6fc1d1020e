/** Keys of vehicles: hand-over from one colleague to another, operation from afar, and telling vehicles. */
@NullMarked
package io.motorpool.application.key;

import org.jspecify.annotations.NullMarked;
