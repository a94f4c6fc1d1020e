/** The public HTTP API: translates, and decides nothing. */
@NullMarked
package io.motorpool.adapters.rest;

import org.jspecify.annotations.NullMarked;
