/** Use cases around what is driven for a company: routes, runs, dispatch, prices. */
@NullMarked
package io.motorpool.application.route;

import org.jspecify.annotations.NullMarked;
