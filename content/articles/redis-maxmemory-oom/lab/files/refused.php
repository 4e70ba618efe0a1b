<?php
// Writes into a full Redis with phpredis and Predis, and prints the error of each. Argument: the port.
require '/usr/share/php/Predis/autoload.php';

echo 'versions ', phpversion('redis'), ' ', Predis\Client::VERSION, "\n";
echo "--- phpredis\n";
$redis = new Redis();
$redis->connect('127.0.0.1', (int) $argv[1]);
try {
    $redis->rawCommand('SET', 'session:81', 'x');
    $redis->setex('session:81', 600, 'x');
    echo $redis->getLastError(), "\n";
} catch (RedisException $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
echo "--- Predis\n";
(new Predis\Client(['host' => '127.0.0.1', 'port' => (int) $argv[1]]))->set('session:81', 'x');
