/** What the OpenAPI document says of every operation alike, so that no operation forgets to say it. */
@NullMarked
package io.motorpool.adapters.rest.document;

import org.jspecify.annotations.NullMarked;
