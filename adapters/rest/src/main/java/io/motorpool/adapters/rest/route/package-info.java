/** Routes over HTTP: what is driven for companies, by which vehicle, and what it costs. */
@NullMarked
package io.motorpool.adapters.rest.route;

import org.jspecify.annotations.NullMarked;
