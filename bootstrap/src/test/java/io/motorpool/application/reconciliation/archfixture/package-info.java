/** Breaks the rules on purpose, so that the test can show that they bite. */
@NullMarked
package io.motorpool.application.reconciliation.archfixture;

import org.jspecify.annotations.NullMarked;
