/** Use cases around client companies and their members. */
@NullMarked
package io.motorpool.application.company;

import org.jspecify.annotations.NullMarked;
