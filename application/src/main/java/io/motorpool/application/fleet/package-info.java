/** Use cases around vehicles, virtual zones and business plans. */
@NullMarked
package io.motorpool.application.fleet;

import org.jspecify.annotations.NullMarked;
