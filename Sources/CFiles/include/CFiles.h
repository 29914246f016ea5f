// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "memory.h"
#include "renaming.h"
