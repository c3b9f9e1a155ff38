// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "failure.h"

namespace remote {

domain::Error failure(domain::ErrorKind kind, const QString &tried, const QString &code, const QString &detail)
{
    return domain::Error {.kind = kind, .tried = tried, .code = code, .detail = detail};
}

} // namespace remote
