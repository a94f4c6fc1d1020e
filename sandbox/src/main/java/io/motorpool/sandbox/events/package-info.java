/** What subscribers of Motorpool read. */
@NullMarked
package io.motorpool.sandbox.events;

import org.jspecify.annotations.NullMarked;
