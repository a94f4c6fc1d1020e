/** Companies and members. */
@NullMarked
package io.motorpool.adapters.persistence.company;

import org.jspecify.annotations.NullMarked;
