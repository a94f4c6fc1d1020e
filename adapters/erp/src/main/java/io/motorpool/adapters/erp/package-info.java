/**
 * SAP S/4HANA, spoken to in OData V2. Names of SAP's fields stay in here; what leaves are the answers of the ports. The
 * generic clients for OData in Java block; the part of it that is needed here is small.
 */
@NullMarked
package io.motorpool.adapters.erp;

import org.jspecify.annotations.NullMarked;
