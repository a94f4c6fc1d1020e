/** Settlement over HTTP: months, bills, the one press, extra costs, and what the ERP made of it. */
@NullMarked
package io.motorpool.adapters.rest.settlement;

import org.jspecify.annotations.NullMarked;
