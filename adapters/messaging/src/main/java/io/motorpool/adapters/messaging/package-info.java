/** Facts as others hear of them: CloudEvents on Kafka. */
@NullMarked
package io.motorpool.adapters.messaging;

import org.jspecify.annotations.NullMarked;
