/** Letters over SMTP. */
@NullMarked
package io.motorpool.adapters.mail;

import org.jspecify.annotations.NullMarked;
