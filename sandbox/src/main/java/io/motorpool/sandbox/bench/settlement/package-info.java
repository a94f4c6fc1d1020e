/** A month of many companies through the application, beside the same work in SQL alone; workbooks beside the bare library. */
@NullMarked
package io.motorpool.sandbox.bench.settlement;

import org.jspecify.annotations.NullMarked;
