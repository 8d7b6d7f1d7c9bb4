filedesc://x.arc 127.0.0.1 20140301000000 text/plain 4
1 0

http://quay.example/a b 127.0.0.1 20140302010203 text/html 46
HTTP/1.1 200 OK
Content-Type: text/html

one
http://quay.example/bad 127.0.0.1 20140302010203 text/html -1
