/** Who did what, when and why: a record that nobody can edit. */
@NullMarked
package io.motorpool.application.audit;

import org.jspecify.annotations.NullMarked;
