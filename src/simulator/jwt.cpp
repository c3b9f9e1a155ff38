// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/jwt.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr auto UrlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct Freed {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(BIGNUM *number) const { BN_free(number); }
};

const unsigned char *bytes(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<QByteArray> decode(const QByteArray &text)
{
    const auto result = QByteArray::fromBase64Encoding(text, UrlSafe | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

} // namespace

QByteArray base64Url(const QByteArray &plain)
{
    return plain.toBase64(UrlSafe);
}

SigningKey::SigningKey(EVP_PKEY *key)
    : m_key(key, EVP_PKEY_free)
    , m_id(QString::fromLatin1(
          base64Url(QCryptographicHash::hash(number(OSSL_PKEY_PARAM_RSA_N), QCryptographicHash::Sha1))))
{
}

Result<SigningKey> SigningKey::generate()
{
    EVP_PKEY *key = EVP_RSA_gen(2048);
    if (!key)
        return Failure {u"no signing key could be made"_s};
    return SigningKey(key);
}

Result<SigningKey> SigningKey::fromPem(const QByteArray &pem)
{
    const std::unique_ptr<BIO, Freed> bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr;
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA) {
        EVP_PKEY_free(key);
        return Failure {u"the world file holds no usable signing key"_s};
    }
    return SigningKey(key);
}

QByteArray SigningKey::pem() const
{
    const std::unique_ptr<BIO, Freed> bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *start = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &start);
    return {start, static_cast<qsizetype>(size)};
}

QByteArray SigningKey::number(const char *name) const
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(m_key.get(), name, &raw) != 1)
        return {};
    const std::unique_ptr<BIGNUM, Freed> value(raw);
    QByteArray big(BN_num_bytes(value.get()), Qt::Uninitialized);
    BN_bn2bin(value.get(), reinterpret_cast<unsigned char *>(big.data()));
    return big;
}

QJsonObject SigningKey::jwk() const
{
    return {{u"kty"_s, u"RSA"_s},
            {u"use"_s, u"sig"_s},
            {u"alg"_s, u"RS256"_s},
            {u"kid"_s, m_id},
            {u"n"_s, QString::fromLatin1(base64Url(number(OSSL_PKEY_PARAM_RSA_N)))},
            {u"e"_s, QString::fromLatin1(base64Url(number(OSSL_PKEY_PARAM_RSA_E)))}};
}

QByteArray SigningKey::sign(const QJsonObject &claims) const
{
    const QJsonObject head {{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"RS256"_s}, {u"kid"_s, m_id}};
    const QByteArray text = base64Url(compact(head)) + '.' + base64Url(compact(claims));
    const std::unique_ptr<EVP_MD_CTX, Freed> context(EVP_MD_CTX_new());
    size_t size = static_cast<size_t>(EVP_PKEY_get_size(m_key.get()));
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    const bool isSigned = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes(text),
                          static_cast<size_t>(text.size()))
            == 1;
    signature.truncate(isSigned ? static_cast<qsizetype>(size) : 0);
    return text + '.' + base64Url(signature);
}

Result<QJsonObject> SigningKey::read(const QByteArray &token) const
{
    const auto parts = token.split('.');
    if (parts.size() != 3)
        return Failure {u"JWT is not well formed."_s};
    const auto head = decode(parts[0]);
    const auto body = decode(parts[1]);
    const auto signature = decode(parts[2]);
    if (!head || !body || !signature)
        return Failure {u"JWT is not well formed."_s};
    const QJsonObject fields = QJsonDocument::fromJson(*head).object();
    if (fields[u"alg"] != u"RS256"_s || fields[u"kid"] != m_id)
        return Failure {u"Invalid signature."_s};
    const QByteArray text = parts[0] + '.' + parts[1];
    const std::unique_ptr<EVP_MD_CTX, Freed> context(EVP_MD_CTX_new());
    const bool isGenuine = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
        && EVP_DigestVerify(context.get(), bytes(*signature), static_cast<size_t>(signature->size()), bytes(text),
                            static_cast<size_t>(text.size()))
            == 1;
    if (!isGenuine)
        return Failure {u"Invalid signature."_s};
    return QJsonDocument::fromJson(*body).object();
}

} // namespace simulator
