/** Companies and members. */
@NullMarked
package io.motorpool.adapters.rest.company;

import org.jspecify.annotations.NullMarked;
