/** What the mobility app shows, over HTTP. */
@NullMarked
package io.motorpool.adapters.rest.map;

import org.jspecify.annotations.NullMarked;
