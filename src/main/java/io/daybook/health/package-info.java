/** What tells whoever runs this process whether it works, and whether a restart would help. */
@NullMarked
package io.daybook.health;

import org.jspecify.annotations.NullMarked;
