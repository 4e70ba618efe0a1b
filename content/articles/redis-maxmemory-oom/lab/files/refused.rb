# Writes into a full Redis with redis-rb and Sidekiq, and prints the error of each. Argument: the port.
require 'redis'
require 'sidekiq'

port = ARGV[0].to_i
puts "versions #{Redis::VERSION} #{Sidekiq::VERSION}"
Sidekiq.configure_client { |config| config.redis = { url: "redis://127.0.0.1:#{port}/0" } }

class HardJob
  include Sidekiq::Worker
  def perform; end
end

{ 'redis-rb' => -> { Redis.new(port: port).set('session:81', 'x') }, 'Sidekiq' => -> { HardJob.perform_async } }.each do |name, write|
  puts "--- #{name}"
  write.call
rescue StandardError => e
  puts e.full_message(highlight: false)
end
