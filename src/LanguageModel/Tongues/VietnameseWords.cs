namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Vietnamese syllables of every day and of library rules, written small: a name is written large.</summary>
internal static class VietnameseWords
{
    public const string Common = """
        ai anh bao biết buổi buộc bán báo bè bên bình bù bạc bạn bản bảng bất bằng bị bỏ bộ bởi cao cha chi chia chiếc
        chiếu cho chung chuyển chuẩn chào cháu chính chú chúng chút chăm chưa chương chạy chậm chắc chặn chế chọn chỗ
        chờ chủ chứ chứa chức chữ con cuối cuốn cuộc cá các cách cái câu còn có cô công cùng cũ cũng cơ cư cạnh cả
        cảnh cấp cất cầm cần cập cốc cỡ của cứ cửa di diện do dung dài dành dán dùng dưới dễ dịch dọn dụng dữ dựa em
        ghi ghế gia giao giá giúp giảm giấy giới giờ giữ giữa gây gì góp gấp gần gọi gồm gửi hai hay hiểu hiện hiệu
        hoà hoàn hoá hoạt hoặc hàng hành hãy hình hôm hơn hư hướng hưởng hạn hẹn hết hệ học hỏi hỏng hồ hỗ hộ hội hợp
        hữu im in khai khi khoa khoá khoản khoảng khu khung khuyết khác khách khó khóa không kiến kiểm kiện kèm kém kê
        ký kẻ kế kết kể kệ kịp kỳ kỹ liên liệu loại luật ly làm lâu lên lùi lúc lý lưu lượng lượt lại lấy lần lịch lỗi
        lớn lớp lời lợi ma mang mong mua muốn muộn mà màn máy món mượn mạng mất mẫu mắc mặt mẹ mọi mỗi một mới mở mục
        mức nay ngay nghe nghiệp nghĩ nghĩa nghỉ nghị ngoài nguyên nguồn ngày ngân ngôn ngăn ngơi người ngồi ngủ ngữ
        nhanh nhau nhiên nhiều nhà nhân nhé nhóm như nhưng nhạc nhất nhận nhập nhắc nhắn nhỏ nhớ nhờ những nào này nên
        nêu nói nút năm nơi nước nạp nắp nằm nếu nội nộp nửa nữa oặt phiếu phát phép phí phía phòng phù phương phải
        phần phụ phục qua quan quay quen quy quyết quyền quá quán quên quý quả quản quầy quận ra riêng rách rõ rất
        rằng rồi rộng rời sai sang sau siêu so sàn sách sáng sân sơ sạch sảnh sẵn sẻ sẽ số sống sổ sớm sức sử sửa sự
        tay tham thanh thay theo thiết thiếu thu thuê thuận thuật thuộc thành tháng tháo thân thêm thì thích thôi
        thông thư thương thường thấy thầy thẻ thế thể thời thủ thứ thử thực tin tiên tiếng tiếp tiết tiền tiện to toà
        toàn tra trang trao triển trong trung truy truyền trách tránh trên trì trình trò trông trưng trước trường trạm
        trạng trả trải trẻ trễ trống trở trợ trực tuyến tuyển tuần tuổi tài tên tìm tình tích tính tòa tôi tùy tăng tư
        tương tượng tại tạm tạo tất tầng tập tắt tệp tỉnh tối tốn tốt tổ tổn tổng tới tờ tục tủ từ từng tự tựa viên
        viết việc viện vui và vài vào vé vì ví vòng vùng văn vượt vấn vẫn vật vắng vẹn vẽ về vệ vị vỏ với vở vừa xa xe
        xem xin xong xung xuất xuống xác xách xét xảy xếp xử yên yêu ít ôn ý đang đem đen đeo đi điền điều điểm điện
        đo đánh đáp đâu đây đã đó đóng đúng đơn đưa đường được đại đạt đảm đấy đầu đầy đặc đặt đến đề đều để địa định
        đọc đối đồ đồng đổi độ đội động đợi đủ đứng ồn ở
        """;
}
