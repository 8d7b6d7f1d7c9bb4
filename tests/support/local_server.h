#pragma once
// A web server on this machine for one test: 127.0.0.1, a port of its own, one connection at a time, one request each.
//
//   LocalServer server;
//   server.answer("/fire", http_answer("200 OK", "text/html", "<p>Fire"));
//   server.address("/fire")   // "http://127.0.0.1:40123/fire"
//
// What was not set is answered with 404, robots.txt too.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

// The bytes of a whole answer; `more`: further header lines, each with its CRLF.
inline std::string http_answer(const std::string& status, const std::string& media_type, const std::string& body,
                               const std::string& more = "") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + media_type + "\r\n" + more +
         "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

inline std::string http_redirect(const std::string& location) {
  return http_answer("302 Found", "text/html", "moved", "Location: " + location + "\r\n");
}

// An accepted connection. Closed when the answer returns.
class LocalConnection {
 public:
  explicit LocalConnection(int socket) : socket_(socket) {}

  // False once the other side is gone.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // Says nothing until the other side goes.
  void wait_for_hangup() const {
    char byte = 0;
    while (recv(socket_, &byte, 1, 0) > 0) {
    }
  }

 private:
  int socket_;
};

class LocalServer {
 public:
  using Answer = std::function<void(const LocalConnection&)>;

  LocalServer() {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof name;
    auto* any = reinterpret_cast<sockaddr*>(&name);
    if (bind(listener_, any, size) != 0 || listen(listener_, 8) != 0 || getsockname(listener_, any, &size) != 0) {
      throw std::runtime_error("no local server");
    }
    port_ = ntohs(name.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;
  ~LocalServer() {
    stopping_ = true;
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }

  void answer(const std::string& target, const std::string& bytes) {
    answer(target, [bytes](const LocalConnection& connection) { connection.send(bytes); });
  }
  void answer(const std::string& target, Answer answer) {
    const std::lock_guard lock(mutex_);
    answers_[target] = std::move(answer);
  }

  [[nodiscard]] std::string address(const std::string& target, const std::string& host = "127.0.0.1") const {
    return "http://" + host + ":" + std::to_string(port_) + target;
  }

  // Heads of the requests so far, in order.
  [[nodiscard]] std::vector<std::string> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  [[nodiscard]] std::size_t asked_for(const std::string& target) const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(std::count_if(requests_.begin(), requests_.end(), [&](const std::string& request) {
      return request.starts_with("GET " + target + " ");
    }));
  }

 private:
  void serve() {
    while (!stopping_) {
      const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) continue;
      const std::string request = head_of(socket);
      const std::size_t begin = std::min(request.find(' '), request.size() - 1) + 1;
      const std::string target = request.substr(begin, request.find(' ', begin) - begin);
      Answer answer;
      {
        const std::lock_guard lock(mutex_);
        if (!request.empty()) requests_.push_back(request);
        if (const auto found = answers_.find(target); found != answers_.end()) answer = found->second;
      }
      if (answer) {
        answer(LocalConnection(socket));
      } else {
        LocalConnection(socket).send(http_answer("404 Not Found", "text/plain", "none"));
      }
      close(socket);
    }
  }

  static std::string head_of(int socket) {
    std::string head;
    char byte = 0;
    while (!head.ends_with("\r\n\r\n") && recv(socket, &byte, 1, 0) == 1) {
      head += byte;
      if (head.front() != 'G') break;  // no GET: a handshake of TLS, say
    }
    return head;
  }

  int listener_ = -1;
  unsigned port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::map<std::string, Answer> answers_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

}  // namespace hearsay
