/** Who may do what: roles, permissions, the caller and the refusals that follow. */
@NullMarked
package io.motorpool.domain.access;

import org.jspecify.annotations.NullMarked;
