/** What services say of themselves. */
@NullMarked
package io.motorpool.adapters.keys.client;

import org.jspecify.annotations.NullMarked;
