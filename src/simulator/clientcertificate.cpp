// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clientcertificate.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Freed {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Memory = std::unique_ptr<BIO, Freed>;

const unsigned char *bytes(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

QByteArray contentOf(BIO *bio)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return {start, static_cast<qsizetype>(size)};
}

bool fill(X509 *certificate, EVP_PKEY *key, const QDateTime &from, const QDateTime &to)
{
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), QRandomGenerator::system()->generate64() >> 1);
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *text = reinterpret_cast<const unsigned char *>("Casemate demo application");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from.toSecsSinceEpoch())
        && ASN1_TIME_set(X509_getm_notAfter(certificate), to.toSecsSinceEpoch())
        && X509_set_pubkey(certificate, key) == 1 && X509_sign(certificate, key, EVP_sha256()) > 0;
}

} // namespace

Result<ClientCertificate> ClientCertificate::make(const QDateTime &from, const QDateTime &to)
{
    const std::unique_ptr<EVP_PKEY, Freed> key(EVP_RSA_gen(2048));
    const std::unique_ptr<X509, Freed> certificate(X509_new());
    const Memory certificateText(BIO_new(BIO_s_mem()));
    const Memory keyText(BIO_new(BIO_s_mem()));
    const bool isMade = key && certificate && certificateText && keyText && fill(certificate.get(), key.get(), from, to)
        && PEM_write_bio_X509(certificateText.get(), certificate.get()) == 1
        && PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    if (!isMade)
        return Failure {u"no certificate for the application could be made"_s};
    return ClientCertificate {contentOf(certificateText.get()), contentOf(keyText.get())};
}

Result<RegisteredCertificate> RegisteredCertificate::fromPem(const QByteArray &pem)
{
    const QSslCertificate read(pem, QSsl::Pem);
    const QByteArray spki = read.publicKey().toDer();
    const unsigned char *start = bytes(spki);
    EVP_PKEY *key = read.isNull() ? nullptr : d2i_PUBKEY(nullptr, &start, static_cast<long>(spki.size()));
    RegisteredCertificate certificate;
    certificate.m_key = std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return Failure {u"that is no certificate with an RSA key"_s};
    certificate.m_sha1 = read.digest(QCryptographicHash::Sha1);
    certificate.m_sha256 = read.digest(QCryptographicHash::Sha256);
    certificate.m_from = read.effectiveDate().toUTC();
    certificate.m_to = read.expiryDate().toUTC();
    return certificate;
}

bool RegisteredCertificate::hasSigned(const QByteArray &text, const QByteArray &signature, bool isPss) const
{
    const std::unique_ptr<EVP_MD_CTX, Freed> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *parameters = nullptr; // belongs to the context
    if (EVP_DigestVerifyInit(context.get(), &parameters, EVP_sha256(), nullptr, m_key.get()) != 1)
        return false;
    const bool isPadded = !isPss
        || (EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) == 1);
    return isPadded
        && EVP_DigestVerify(context.get(), bytes(signature), static_cast<size_t>(signature.size()), bytes(text),
                            static_cast<size_t>(text.size()))
        == 1;
}

} // namespace simulator
