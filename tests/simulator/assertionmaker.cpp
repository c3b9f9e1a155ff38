// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/assertionmaker.h"

#include "simulator/jwt.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSslCertificate>

#include <memory>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace simulator::test {

using namespace Qt::StringLiterals;

namespace {

struct Freed {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

const unsigned char *bytes(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

QByteArray signature(const QByteArray &text, const QByteArray &pem, bool isPss)
{
    const std::unique_ptr<BIO, Freed> bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const std::unique_ptr<EVP_PKEY, Freed> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<EVP_MD_CTX, Freed> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *parameters = nullptr;
    if (!key || EVP_DigestSignInit(context.get(), &parameters, EVP_sha256(), nullptr, key.get()) != 1)
        return {};
    if (isPss) {
        EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST);
    }
    auto size = static_cast<size_t>(EVP_PKEY_get_size(key.get()));
    QByteArray result(static_cast<qsizetype>(size), Qt::Uninitialized);
    auto *target = reinterpret_cast<unsigned char *>(result.data());
    const bool isDone =
        EVP_DigestSign(context.get(), target, &size, bytes(text), static_cast<size_t>(text.size())) == 1;
    return isDone ? result.first(static_cast<qsizetype>(size)) : QByteArray();
}

} // namespace

QString signedJwt(const Assertion &assertion)
{
    const auto hash = assertion.thumbprint == u"x5t" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    const QByteArray print = base64Url(QSslCertificate(assertion.pem, QSsl::Pem).digest(hash));
    const QJsonObject head {
        {u"alg"_s, assertion.algorithm}, {u"typ"_s, u"JWT"_s}, {assertion.thumbprint, QString::fromLatin1(print)}};
    const auto part = [](const QJsonObject &json) {
        return base64Url(QJsonDocument(json).toJson(QJsonDocument::Compact));
    };
    const QByteArray text = part(head) + '.' + part(assertion.claims);
    const bool isPss = assertion.algorithm == u"PS256";
    return QString::fromLatin1(text) + u'.' + QString::fromLatin1(base64Url(signature(text, assertion.pem, isPss)));
}

} // namespace simulator::test
