/** The real parts that Motorpool runs on: PostgreSQL and Kafka, without an installation and without Docker. */
@NullMarked
package io.motorpool.sandbox.parts;

import org.jspecify.annotations.NullMarked;
