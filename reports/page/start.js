// Last: what the address asks for, when everything listens.
"use strict";

if (belie.groups) belie.groups.followAddress();
if (belie.filter) belie.filter.followAddress();
