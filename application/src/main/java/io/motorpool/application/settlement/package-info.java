/** Use cases around settlement, and what they need of the ERP. */
@NullMarked
package io.motorpool.application.settlement;

import org.jspecify.annotations.NullMarked;
