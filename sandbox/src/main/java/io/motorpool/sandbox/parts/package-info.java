/** The parts that Motorpool runs on, without an installation and without Docker: a real PostgreSQL, a real Kafka, and what
 * stands in for SAP. */
@NullMarked
package io.motorpool.sandbox.parts;

import org.jspecify.annotations.NullMarked;
