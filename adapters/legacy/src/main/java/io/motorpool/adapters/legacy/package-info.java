/**
 * What makes Motorpool hear of the legacy reservation system: the changes of its table, as Debezium captures them and Kafka
 * carries them. The names of the table, its words and its local times stay in here.
 */
@NullMarked
package io.motorpool.adapters.legacy;

import org.jspecify.annotations.NullMarked;
