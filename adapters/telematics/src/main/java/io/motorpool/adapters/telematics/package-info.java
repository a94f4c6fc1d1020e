/**
 * The devices in vehicles, spoken to by way of the company that connects them. Names of its fields stay in here; what leaves
 * are the answers of the port.
 */
@NullMarked
package io.motorpool.adapters.telematics;

import org.jspecify.annotations.NullMarked;
