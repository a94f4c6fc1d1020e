/** Keys of vehicles over HTTP. */
@NullMarked
package io.motorpool.adapters.rest.key;

import org.jspecify.annotations.NullMarked;
