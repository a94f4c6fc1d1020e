/** The OpenAPI document and the running system say the same, and nobody gets past either. */
@NullMarked
package io.motorpool.bootstrap.openapi;

import org.jspecify.annotations.NullMarked;
