/** Workbooks in and out. What comes in is a stranger's file; the only thing known of it is its length. */
@NullMarked
package io.motorpool.adapters.spreadsheet;

import org.jspecify.annotations.NullMarked;
