/** A small client of the public REST API. The sandbox knows Motorpool only through it. */
@NullMarked
package io.motorpool.sandbox.api;

import org.jspecify.annotations.NullMarked;
